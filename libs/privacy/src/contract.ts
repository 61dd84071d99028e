export { keyStoreContract } from './keys/key-store.contract.ts';
export { secretsContract } from './secrets/secrets.contract.ts';
