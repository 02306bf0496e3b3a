import type { SessionView } from '@fairmark/contracts/identity';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, request } from '../api/client.js';
import { switchLocale, type AppLocale } from '../i18n/index.js';
import { readInZone } from '../ui/format.js';

/** Key of the session in the cache. */
export const sessionKey = ['session'] as const;

async function readSession(signal?: AbortSignal): Promise<SessionView> {
  const session = await read<SessionView>('/session', signal);
  readInZone(session.zone);
  return session;
}

/** Who is signed in, with roles and language. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => readSession(signal), staleTime: 60_000, retry: false });
}

/** Signs in and forgets what another person may have left in the cache. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { email: string; password: string }) => {
      await request('POST', '/session', { body });
      client.clear();
      client.setQueryData(sessionKey, await readSession());
    },
  });
}

/** Uses up the link of somebody who left: what follows is a session for the one review. */
export function useOpenLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (token: string) => {
      const session = await request<SessionView>('POST', '/links/open', { body: { token } });
      readInZone(session.zone);
      // The link itself stays: asked again, it would be called used while the page is on its way.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'link' });
      client.setQueryData(sessionKey, session);
      return session;
    },
  });
}

/** Whether the session is that of somebody who left and reaches the one review only. */
export const useIsLeaver = (): boolean => (useSession().data?.reviewId ?? null) !== null;

/** Signs out and leaves nothing of the session in the page. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('DELETE', '/session'),
    onSuccess: () => {
      client.clear();
      window.location.assign('/sign-in');
    },
  });
}

/** The language of the page, and of the mails that the person gets. */
export async function chooseLocale(locale: AppLocale): Promise<void> {
  await switchLocale(locale);
  await request('PUT', '/session/locale', { body: { locale } });
}
