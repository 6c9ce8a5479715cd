import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { contractsQuery } from '../api/queries.js';
import { useMessages } from '../messages/language.js';
import { addressOf, homeOf } from './navigation.js';
import { Page } from './page.js';
import { Loaded } from './states.js';

/** Opens the day's work at once where only one contract is granted; otherwise lets the person choose. */
export function HomePage() {
  const contracts = useQuery(contractsQuery);
  return (
    <Loaded query={contracts}>
      {(list) => {
        const [only, ...others] = list;
        if (only === undefined || others.length > 0) return <Navigate to="/contracts" replace />;
        return <Navigate to={addressOf(only.key, homeOf(only.role))} replace />;
      }}
    </Loaded>
  );
}

export function NotFoundPage() {
  const m = useMessages();
  return (
    <Page title={m.states.notFoundTitle} lead={m.states.notFoundText}>
      <Link to="/contracts">{m.navigation.contracts}</Link>
    </Page>
  );
}
