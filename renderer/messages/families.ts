import { createContext } from 'react';
import type { DeskState } from '#contract/desk.ts';

/** The families of products as they are published: their names in a sentence and their drawings. */
export const FamiliesContext = createContext<DeskState['families']>([]);
