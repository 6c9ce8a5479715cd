import { Option, type Command } from 'commander';
import { listUsers } from '../../../application/manage-users/list-users.js';
import { resetPassword } from '../../../application/manage-users/reset-password.js';
import { saveUser } from '../../../application/manage-users/save-user.js';
import { roles, type Role } from '../../../application/ports/index.js';
import { resetSecondFactor } from '../../../application/sign-in/second-factor.js';
import { issueSignInLink } from '../../../application/sign-in/sign-in-link.js';
import { refuse } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';

/** Hours for which a sign-in link given to a person works. */
const linkHours = 72;

interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly contract: string;
  readonly worker?: string;
  readonly json?: true;
}

/** `users list|add|reset`: who may sign in; passwords are set by the people themselves after their first link. */
export function addUsers(program: Command, host: CommandHost): void {
  const users = program.command('users').description('用户 · who may sign in');
  users
    .command('list')
    .description('列出用户 · list the users')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: { readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: listUsers,
        print: (found) =>
          found
            .map(({ login, name, isActive, grants }) => {
              const places = grants.map(
                ({ contract, role, worker }) => `${contract} ${role}${worker === null ? '' : ` ${worker}`}`,
              );
              return `${login}  ${name}  ${places.join(', ')}${isActive ? '' : '  （停用 switched off）'}`;
            })
            .join('\n'),
      }),
    );
  users
    .command('add')
    .description('新增用户并给出登录链接 · add a user and print a sign-in link')
    .requiredOption('--login <login>', '用户名 login')
    .requiredOption('--name <name>', '姓名 name')
    .addOption(new Option('--role <role>', '角色 role').choices(roles).makeOptionMandatory())
    .option('--contract <key>', '合同；管理员为 * contract, * for an administrator', '*')
    .option('--worker <code>', '员工角色的工号 worker code of a staff user')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: NewUser) =>
      host.run({
        json: options.json === true,
        work: (context) =>
          context.unitOfWork.write(async () => {
            const grant = { contract: options.contract, role: options.role, worker: options.worker ?? null };
            const saved = await saveUser(context, {
              id: null,
              login: options.login,
              name: options.name,
              isActive: true,
              grants: [grant],
            });
            return saved.ok ? issueSignInLink(context, { login: options.login, validHours: linkHours }) : saved;
          }),
        print: linkText,
      }),
    );
  users
    .command('reset')
    .description('作废密码并给出登录链接 · take the password away and print a sign-in link')
    .requiredOption('--login <login>', '用户名 login')
    .option('--second-factor', '同时关闭动态验证码 also switch one-time codes off')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: { readonly login: string; readonly secondFactor?: true; readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const user = await context.unitOfWork.read(({ accounts }) => accounts.findByLogin(options.login));
          if (user === undefined)
            return refuse('not-found', { zh: `没有用户 ${options.login}。`, en: `There is no user ${options.login}.` });
          if (options.secondFactor === true) {
            const reset = await resetSecondFactor(context, { userId: user.id });
            if (!reset.ok) return reset;
          }
          return resetPassword(context, { userId: user.id, validHours: linkHours });
        },
        print: linkText,
      }),
    );
}

function linkText({ secret, expiresAt }: { readonly secret: string; readonly expiresAt: string }): string {
  return `登录链接：页面地址后加 Sign-in link: the page's address followed by  /?sign-in=${secret}\n有效至 good until ${expiresAt}`;
}
