import { webPreset } from '../../jest.preset.mjs';

export default { ...webPreset, displayName: 'web', rootDir: import.meta.dirname };
