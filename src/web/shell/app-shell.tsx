import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { App } from 'antd';
import type { RoleName } from '../../adapters/http/schemas/common.js';
import { contractsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { SignInPage } from '../session/sign-in-page.js';
import { signOut, useSession } from '../session/session.js';
import { BrandMark, LanguageSwitch } from './brand.js';
import { Icon } from './icons.js';
import { Navigation } from './navigation-bars.js';
import { addressOf, homeOf, places, placesOf, rolesIn, type PlaceName } from './navigation.js';
import { Loading, useProblemText } from './states.js';

/** Nobody passes without a session; the address asked for stays in the bar and opens after sign-in. */
export function AppShell() {
  const session = useSession();
  if (session.isPending)
    return (
      <main>
        <Loading />
      </main>
    );
  if (session.data === null || session.data === undefined) return <SignInPage arrivalError={session.error} />;
  return (
    <div className="shell">
      <TopBar name={session.data.user.name} />
      <Navigation />
      <main className="shell-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** The contract of the page, as the list of granted contracts describes it. */
export function useCurrentContract() {
  const { contract: key } = useParams({ strict: false });
  const contracts = useQuery(contractsQuery);
  return contracts.data?.find((one) => one.key === key);
}

/** Whether the user holds one of these roles in the contract of the page: who manages a small team often does its finance, too. */
export function useHolds(...wanted: readonly RoleName[]): boolean {
  const { contract = '' } = useParams({ strict: false });
  const held = rolesIn(useSession().data?.grants ?? [], contract);
  return wanted.some((role) => held.includes(role));
}

function TopBar({ name }: { readonly name: string }) {
  const { m, language, switchTo } = useLanguage();
  const text = useProblemText();
  const { message } = App.useApp();
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      void message.error(text(error));
      return;
    }
    // A fresh page: nothing of what was read stays in memory.
    window.location.assign('/');
  };
  return (
    <header className="shell-top">
      <a className="sr-only" href="#main">
        {m.navigation.skip}
      </a>
      <Link to="/contracts" className="shell-brand" aria-label={m.brand.title}>
        <BrandMark />
        <span>{m.brand.name}</span>
      </Link>
      <ContractSwitcher />
      <Link to="/account" className="shell-who" aria-label={m.account.open(name)}>
        <Icon name="person" />
        <span>{name}</span>
      </Link>
      <LanguageSwitch language={language} switchTo={switchTo} label={m.language.other} title={m.language.switch} />
      <button type="button" className="plain-button" onClick={() => void leave()}>
        {m.session.signOut}
      </button>
    </header>
  );
}

function ContractSwitcher() {
  const { m, local } = useLanguage();
  const navigate = useNavigate();
  const contracts = useQuery(contractsQuery);
  const current = useCurrentContract();
  const here = usePlace();
  const grants = useSession().data?.grants ?? [];
  if (contracts.data === undefined) return <div className="shell-contract" />;
  const open = (key: string) => {
    const next = contracts.data.find((one) => one.key === key);
    if (next === undefined) return;
    const place = here !== undefined && placesOf(rolesIn(grants, key)).includes(here) ? here : homeOf(next.role);
    void navigate({ to: addressOf(key, place) });
  };
  return (
    <div className="shell-contract">
      <select
        aria-label={m.navigation.switchContract}
        value={current?.key ?? ''}
        onChange={(event) => {
          open(event.target.value);
        }}
      >
        {current === undefined ? <option value="">{m.navigation.chooseContract}</option> : null}
        {contracts.data.map((one) => (
          <option key={one.key} value={one.key}>
            {local(one.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

function usePlace(): PlaceName | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const tail = /^\/contracts\/[^/]+\/?(.*)$/u.exec(path)?.[1];
  return tail === undefined
    ? undefined
    : (Object.keys(places) as PlaceName[]).find((name) => places[name].path === tail);
}
