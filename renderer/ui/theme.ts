import { createTheme } from '@mantine/core';

/** Mantine takes its colours from tokens.css; what is set here is what Mantine reads as values. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  primaryColor: 'teal',
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Popover: { defaultProps: { radius: 14, shadow: 'md', trapFocus: true, returnFocus: true } },
  },
});
