import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TeamSize } from '../../adapters/http/schemas/staffing.js';
import { teamSizeQuery, type Range } from '../api/queries.js';

/** What is known so far, in the order asked for; `null` names the whole contract. */
export interface TeamSizes {
  readonly sizes: ReadonlyMap<string | null, TeamSize>;
  readonly error: unknown;
}

/** Asks for one after another, so that each can be shown when it is there and the browser's connections stay free. */
export function useTeamSizes(contract: string, range: Range, wanted: readonly (string | null)[]): TeamSizes {
  const client = useQueryClient();
  const [known, setKnown] = useState<TeamSizes>({ sizes: new Map(), error: null });
  useEffect(() => {
    let isWanted = true;
    const ask = async () => {
      // Asked again after a failure: it is over.
      setKnown(({ sizes }) => ({ sizes, error: null }));
      for (const postGroup of wanted) {
        const size = await client.query(teamSizeQuery(contract, range, postGroup));
        if (!isWanted) return;
        setKnown(({ sizes }) => ({ sizes: new Map(sizes).set(postGroup, size), error: null }));
      }
    };
    ask().catch((error: unknown) => {
      if (isWanted) setKnown(({ sizes }) => ({ sizes, error }));
    });
    return () => {
      isWanted = false;
    };
  }, [client, contract, range, wanted]);
  return known;
}
