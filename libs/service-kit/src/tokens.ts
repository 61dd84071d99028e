/*
 * What `PanshiModule.forRoot` provides to every module of a process, by token. Classes are their own tokens; the settings
 * are SETTINGS of settings/settings.ts.
 */
export const EVENT_STORE = Symbol('EventStore');
export const VIEW_STORE = Symbol('ViewStore');
/** The keys database: `Keys` of @panshi/privacy. */
export const KEYS = Symbol('Keys');
/** The sealed pictures: `PictureStore` of @panshi/privacy. */
export const PICTURES = Symbol('PictureStore');
export const CLOCK = Symbol('Clock');
/** Both ends of the transport: `Transport`; its `server` is the strategy for `connectMicroservice`. */
export const TRANSPORT = Symbol('Transport');
/** The events' schemas; tests bring their own. */
export const SCHEMAS = Symbol('EventSchemas');
/** Names this process among those that share the stores, as the owner of its leases: a string. */
export const LEASE_OWNER = Symbol('LeaseOwner');
/** The `ServiceDefinition` of a feature; what `forFeature` provides is made from it. */
export const SERVICE_DEFINITION = Symbol('ServiceDefinition');
