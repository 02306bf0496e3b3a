import type { RobotChannelList } from '@fairmark/contracts/robots';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** What becomes of a test message is seen without reloading the page. */
const LOOK_AGAIN_MS = 10_000;

/** Robots of the reader's scope. */
export const useRobots = () => useQuery({ queryKey: ['robots'], queryFn: ({ signal }) => read<RobotChannelList>('/robots', signal), refetchInterval: LOOK_AGAIN_MS });
