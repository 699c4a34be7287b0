export * from './desk.ts';
export * from './person.ts';
export * from './sale.ts';
