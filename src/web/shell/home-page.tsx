import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { contractsQuery } from '../api/queries.js';
import { useMessages } from '../messages/language.js';
import { addressOf, homeOf } from './navigation.js';
import { Empty, Loaded } from './states.js';

/** Opens the day's work at once where only one contract is granted; otherwise lets the person choose. */
export function HomePage() {
  const m = useMessages();
  const contracts = useQuery(contractsQuery);
  return (
    <Loaded query={contracts}>
      {(list) => {
        const [only, ...others] = list;
        if (only === undefined) return <Empty title={m.states.noContractTitle} text={m.states.noContractText} />;
        if (others.length > 0) return <Navigate to="/contracts" replace />;
        return <Navigate to={addressOf(only.key, homeOf(only.role))} replace />;
      }}
    </Loaded>
  );
}

export function NotFoundPage() {
  const m = useMessages();
  return (
    <Empty
      title={m.states.notFoundTitle}
      text={m.states.notFoundText}
      action={<Link to="/contracts">{m.navigation.contracts}</Link>}
    />
  );
}
