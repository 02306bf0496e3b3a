import type { CalibrationSelfReview, CalibrationSummary, CalibrationView } from '@fairmark/contracts/calibration';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.js';

/** Sessions that the reader may open; of one cycle when it is named. */
export function useCalibrationSessions(cycleId?: string) {
  return useQuery({
    queryKey: ['calibration', 'list', cycleId ?? ''],
    queryFn: ({ signal }) => read<{ sessions: CalibrationSummary[] }>(`/calibration${cycleId ? `?cycleId=${cycleId}` : ''}`, signal),
  });
}

/** One session as its member sees it. */
export function useCalibration(sessionId: string) {
  return useQuery({ queryKey: ['calibration', sessionId], queryFn: ({ signal }) => read<CalibrationView>(`/calibration/${sessionId}`, signal) });
}

/** Opens the text of a self-review; the opening is recorded, so it is read only on demand. */
export const openSelfReview = (sessionId: string, reviewId: string): Promise<CalibrationSelfReview> => read(`/calibration/${sessionId}/reviews/${reviewId}/self-review`);
