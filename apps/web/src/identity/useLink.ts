import type { LinkView } from '@fairmark/contracts/identity';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/client.js';
import { asProblem, Problem } from '../api/problem.js';

export type LinkPurpose = LinkView['purpose'];
const invalid = 'IDENTITY.LINK_INVALID';

/** The token of a one-time link stands behind `#`: it is never sent to a server in an address. */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  return token;
}

/** What a link is for. A token that lost its end when it was copied is as invalid as an unknown one, or one for another page. */
async function inspect(token: string, purposes: readonly LinkPurpose[]): Promise<LinkView> {
  const link = await request<LinkView>('POST', '/links/inspect', { body: { token } }).catch((error: unknown) => {
    throw asProblem(error).code === 'REQUEST.INVALID' ? new Problem({ code: invalid, status: 404 }) : error;
  });
  if (!purposes.includes(link.purpose)) throw new Problem({ code: invalid, status: 404 });
  return link;
}

/** The link of the page's address. */
export function useLink(token: string, purposes: readonly LinkPurpose[]) {
  return useQuery({ queryKey: ['link', token], queryFn: () => inspect(token, purposes), retry: false, staleTime: Infinity });
}

export const isDead = (error: unknown): boolean => asProblem(error).code === invalid;
