import { useSession } from '../../identity/session.js';

/** HR of the whole company and administrators keep the definitions; others read them. The API decides again. */
export function useMayWrite(): boolean {
  const roles = useSession().data?.roles ?? [];
  return roles.some((grant) => (grant.role === 'hr' || grant.role === 'admin') && grant.departmentId === null);
}
