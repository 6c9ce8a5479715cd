import { z } from 'zod';
import { addContract } from '../../../application/add-contract/add-contract.js';
import { changeContract, undoChange } from '../../../application/change-contract/change-contract.js';
import { listChanges } from '../../../application/change-contract/list-changes.js';
import { previewChange } from '../../../application/change-contract/preview-change.js';
import { presentEffect } from '../../../application/preview-vacancies/present-effect.js';
import { presentLedgerEffect } from '../../../application/readings/ledger-effect.js';
import { present } from '../../../shared/assert.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { json, jsonBody, route, uploadBody, type Standing } from '../route.js';
import { contractKey, contractPath } from '../schemas/common.js';
import * as schemas from '../schemas/contract-changes.js';

const changePath = z.strictObject({
  contract: contractKey,
  number: z
    .string()
    .regex(/^\d{1,6}$/u)
    .transform(Number),
});

export const contractChangeRoutes = [
  route({
    method: 'post',
    path: '/contracts',
    access: ['contract.add'],
    summary: 'Take in the file of a contract that is not there yet; wrong places refuse the whole file',
    body: uploadBody(z.strictObject({})),
    reply: json(schemas.addedContract, 201),
    accessLog: 'contract.add',
    accessSubject: (_path, { fileName }) => fileName,
    answer: ({ context, body }) => addContract(context, { text: body.bytes.toString('utf8') }),
    replyHeaders: ({ key }) => ({ Location: `/api/v1/contracts/${key}` }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/changes',
    access: ['contract.readMoney'],
    summary: 'What was changed in a contract since it was entered, by whom and on what document; newest first',
    params: contractPath,
    reply: json(schemas.contractChanges),
    async answer({ context, path, standing }) {
      const listed = await listChanges(context, path);
      if (!listed.ok) return listed;
      const { sees } = present(standing, 'standing');
      const changes = listed.value.changes.filter(({ part }) => part !== 'planning' || sees.pay);
      return done({ ...listed.value, changes: changes.map((change) => ({ ...change })) });
    },
    replyHeaders: ({ revision }) => ({ ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/changes/preview',
    access: ['contract.change'],
    summary:
      'What a change would do to demand, rosters, open vacancy lines, incidents, instalments and findings; changes nothing',
    params: contractPath,
    body: jsonBody(schemas.changePreviewRequest),
    reply: json(schemas.changeEffect),
    async answer({ context, path, body, standing }) {
      const refusal = notTheirs(standing, body.item.part);
      if (refusal !== undefined) return refusal;
      const effect = await previewChange(context, { ...path, ...body.item, from: body.from });
      if (!effect.ok) return effect;
      const { may } = present(standing, 'standing');
      const { demand, rosters, lines, ledger, findings } = effect.value;
      return done({
        demand,
        rosters: may('roster.read') ? rosters : null,
        lines: may('vacancies.read') ? presentEffect(lines) : null,
        ledger: ledger !== null && may('vacancies.read') ? presentLedgerEffect(ledger) : null,
        findings,
      });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/changes',
    access: ['contract.change'],
    summary: 'Change one thing of a contract from a day on, on a document',
    params: contractPath,
    body: jsonBody(schemas.changeRequest),
    reply: json(schemas.savedChange, 201),
    needsIfMatch: true,
    accessLog: 'contract.change',
    accessSubject: (_path, { item, from }) => `${item.part} ${item.key} ${from}`,
    async answer({ context, path, body: { item, ...source }, revision, standing }) {
      const refusal = notTheirs(standing, item.part);
      return refusal ?? changeContract(context, { ...path, ...item, ...source, expectedRevision: revision });
    },
    replyHeaders: ({ number }) => ({ ETag: `"${String(number)}"` }),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/changes/:number/undo',
    access: ['contract.change'],
    summary: 'Take a change of a contract back by a new one',
    params: changePath,
    body: jsonBody(schemas.undoRequest),
    reply: json(schemas.savedChange, 201),
    needsIfMatch: true,
    accessLog: 'contract.change',
    accessSubject: ({ number }) => `undo ${String(number)}`,
    answer: ({ context, path, body, revision }) =>
      undoChange(context, { ...path, ...body, expectedRevision: revision }),
    replyHeaders: ({ number }) => ({ ETag: `"${String(number)}"` }),
  }),
];

/** The planner's prices hold wages: who sees no pay doesn't set it either. */
function notTheirs(standing: Standing | null, part: string): Result<never> | undefined {
  if (part !== 'planning' || present(standing, 'standing').sees.pay) return undefined;
  return refuse('not-permitted', {
    zh: '排班计价含工资，由项目经理改动。',
    en: "The planner's prices hold wages; the project manager changes them.",
  });
}
