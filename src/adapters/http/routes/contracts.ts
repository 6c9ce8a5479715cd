import { confirmTerm } from '../../../application/confirm-contract/confirm-contract.js';
import { viewContract, viewContracts, type ContractView } from '../../../application/view-contract/view-contract.js';
import { covenantKeys } from '../../../domain/contract/contract-change.js';
import { postGroupsAround } from '../../../domain/contract/coverage.js';
import { present } from '../../../shared/assert.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { done, refuse } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { contractPath } from '../schemas/common.js';
import { confirmation, confirmationRequest, contractDetail, contractList } from '../schemas/contracts.js';
import { standingIn } from '../standing.js';

export const contractRoutes = [
  route({
    method: 'get',
    path: '/contracts',
    access: 'signed-in',
    summary: 'The contracts granted to the user',
    reply: json(contractList),
    async answer({ context, user }) {
      const roleIn = (contract: string) => (user === null ? undefined : standingIn(user, contract)?.role);
      const views = await viewContracts(context, { isVisible: (contract) => roleIn(contract) !== undefined });
      return done({
        contracts: views.map((view) => ({
          ...summary(view, context.clock.today()),
          role: present(roleIn(view.contract.key), 'role'),
        })),
      });
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract',
    access: ['contract.read'],
    summary: 'A contract: posts, windows, rules, findings, confirmations; amounts not for staff and team leaders',
    params: contractPath,
    reply: json(contractDetail),
    async answer({ context, path, standing }) {
      const view = await viewContract(context, path);
      if (!view.ok) return view;
      const { contract, findings, confirmations, effectiveTerm } = view.value;
      const { role, sees, may } = present(standing, 'standing');
      const hasMoney = may('contract.readMoney');
      return done({
        role,
        document: contract,
        covenantKeys: covenantKeys(contract),
        money: hasMoney ? contract : null,
        planning: sees.pay ? contract.planning : null,
        // What the team lacks is no matter for its members.
        findings: hasMoney ? findings : [],
        confirmations,
        effectiveTerm,
      });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/confirmations',
    access: ['contract.confirm'],
    summary: 'Record what a person decided about a contradiction of the contract, with the document',
    params: contractPath,
    body: jsonBody(confirmationRequest),
    reply: json(confirmation, 201),
    accessLog: 'contract.confirm',
    async answer({ context, path, body }) {
      if (body.key !== 'term') {
        return refuse('invalid-input', {
          zh: '目前只能确认合同期限：key 请写 term。',
          en: 'Only the term can be confirmed: write key "term".',
        });
      }
      const { from = '', to = '' } = body.value;
      return confirmTerm(context, { ...path, from, to, document: body.document });
    },
  }),
];

function summary({ contract, findings, effectiveTerm, workerCount }: ContractView, today: CivilDate) {
  const { key, name, client, contractor, term, sites, functions, planning } = contract;
  const postGroups = postGroupsAround(contract, today);
  return {
    ...{ key, name, client, contractor, term, sites, functions, postGroups },
    isBlocked: effectiveTerm === null,
    counts: {
      posts: postGroups.reduce((sum, group) => sum + group.headcount, 0),
      workers: workerCount,
      findings: findings.length,
    },
    defaultDays: planning.defaultDays,
  };
}
