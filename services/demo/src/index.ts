export { type DemoAccount, demoAccounts } from './content/accounts.ts';
export * from './progress.ts';
export * from './seed.ts';
