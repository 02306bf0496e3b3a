import type { ThemeConfig } from 'antd';

/** System fonts first; the shipped Chinese font is fetched only where the system has none. */
const fontFamily = `-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans SC Variable', sans-serif`;

export const theme: ThemeConfig = { token: { colorPrimary: '#1f5fd6', borderRadius: 6, fontFamily } };
