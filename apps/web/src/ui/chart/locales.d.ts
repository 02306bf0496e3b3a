// The package has the types of its languages under another path than their files.
declare module 'echarts/lib/i18n/langEN.js' {
  const texts: Parameters<typeof import('echarts/core').registerLocale>[1];
  export default texts;
}
declare module 'echarts/lib/i18n/langZH.js' {
  const texts: Parameters<typeof import('echarts/core').registerLocale>[1];
  export default texts;
}
