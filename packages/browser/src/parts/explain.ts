export { explain } from '@penchant/core';
