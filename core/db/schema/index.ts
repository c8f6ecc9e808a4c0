/** The whole schema, as drizzle and drizzle-kit read it. */
export * from './directory';
export * from './invitation';
export * from './journal';
export * from './organisation';
export * from './session';
export * from './user';
