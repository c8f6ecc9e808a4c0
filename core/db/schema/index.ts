/** The whole schema, as drizzle and drizzle-kit read it. */
export * from './backup';
export * from './clock';
export * from './directory';
export * from './invitation';
export * from './journal';
export * from './licence';
export * from './mail';
export * from './organisation';
export * from './recovery';
export * from './session';
export * from './user';
export * from './visit';
