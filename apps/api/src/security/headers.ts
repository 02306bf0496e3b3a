import type { FastifyReply } from 'fastify';

/** The component library of the web app writes its styles into the page; scripts come from our own files only. */
const POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'", "object-src 'none'",
  "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Headers of every answer, also of refusals. Answers of the API are personal: nothing between us and the browser keeps them. */
export function setSecurityHeaders(reply: FastifyReply, secure: boolean): void {
  void reply.headers(headers);
  if (secure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
