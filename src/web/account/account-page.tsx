import { useQuery } from '@tanstack/react-query';
import { secondFactorQuery } from '../api/queries.js';
import { useMessages } from '../messages/language.js';
import { useSession } from '../session/session.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import './account.css';
import { PasswordForm } from './password-form.js';
import { SecondFactorDesk } from './second-factor-desk.js';

/** What is a person's own: password and one-time codes. */
export function AccountPage() {
  const m = useMessages();
  const user = useSession().data?.user;
  const secondFactor = useQuery(secondFactorQuery);
  if (user === undefined) return null;
  return (
    <Page title={m.account.title} marks={<span className="muted">{`${user.name} · ${user.login}`}</span>}>
      <div className="account">
        <Sheet title={m.account.password}>
          <PasswordForm hasPassword={user.hasPassword} />
        </Sheet>
        <Sheet title={m.account.secondFactor}>
          <Loaded query={secondFactor}>{(state) => <SecondFactorDesk state={state} />}</Loaded>
        </Sheet>
      </div>
    </Page>
  );
}
