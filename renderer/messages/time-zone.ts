import { createContext } from 'react';

/** The site's time zone: instants are read on the wall of the desk, not of the computer. */
export const TimeZoneContext = createContext('Europe/Paris');
