export { keyStoreContract } from './keys/key-store.contract.ts';
