import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures travel encoded like payloads; failure types stay readable. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
