import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { followLive } from '../api/live.js';
import { Problem } from '../api/problem.js';
import { useSession } from '../identity/session.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { Frame } from './Frame.js';
import { LeaverFrame } from './LeaverFrame.js';
import { SessionEnded } from './SessionEnded.js';

const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.code === 'SESSION.REQUIRED';

/** Pages for people who are signed in. The first visit without a session leads to sign-in and back. */
export function SignedIn() {
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  // Where the person wanted to go, taken once: the address changes while the page of sign-in is on its way.
  const [wanted] = useState(() => window.location.pathname + window.location.search);
  const signedOut = session.data === undefined && isSignedOut(session.error);
  const signedIn = session.data !== undefined;
  const reviewId = session.data?.reviewId ?? null;
  // Somebody who left is not told of changes: their session reaches one review, and the stream is not part of it.
  const follows = signedIn && reviewId === null;
  useEffect(() => (follows ? followLive(client) : undefined), [client, follows]);
  useEffect(() => {
    if (signedOut) void navigate({ to: '/sign-in', search: { next: wanted } as never, replace: true });
  }, [signedOut, navigate, wanted]);
  if (session.data && reviewId !== null) return <LeaverFrame session={session.data} reviewId={reviewId}><Outlet /><SessionEnded leaver /></LeaverFrame>;
  if (session.data) return <Frame session={session.data}><Outlet /><SessionEnded /></Frame>;
  if (session.isError && !signedOut) return <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />;
  return <Spin fullscreen />;
}
