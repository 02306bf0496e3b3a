/** HR uploads a plan and hands it in. @param {import('../play.mjs').Play} play @returns {Promise<string>} the case */
export async function submitPlan({ scenario, stage }, as) {
  const hr = as('hr');
  const code = `${scenario.name}-${stage.run}`.toLowerCase();
  const reference = await stage.company.hr.get('/api/plans/reference');
  await hr.write('POST', '/api/plans', { document: { ...reference, code }, overrides: [] });
  return (await hr.write('POST', `/api/plans/${code}/versions/1/submit`, { reason: '新季度方案' })).approvalId;
}
