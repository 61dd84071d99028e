export { type DemoAccount, demoAccounts } from './content/accounts.ts';
export * from './first-administrators.ts';
export { type OnProgress, type Progress, renderProgress } from './progress.ts';
export * from './seed.ts';
