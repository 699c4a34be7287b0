export const slip = {
  button: 'Note for the person',
  language: 'In which language?',
  print: 'Print',
  save: 'Save as PDF',
  saved: 'The file is in the downloads of this computer.',
  slip: {
    title: 'A note to come back with',
    text: 'What to bring, whom to call, when to come back. Neither a name nor what was refused.',
    done: 'The note is ready.',
    given: 'Give it to the person.',
  },
  notice: {
    title: 'Information sheet on personal data',
    text: 'To be given and explained before the person is registered.',
    done: 'The sheet is ready.',
    given: 'Give it to the person.',
  },
} as const;
