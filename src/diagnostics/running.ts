// What is said of a run as a whole: how it was called, what it was told, where it writes, how it ends.

import type { ErrorRow, SpokenRow } from './rows.js'

export const runningErrors = {
  'usage-invalid': {
    severity: 'error',
    cause: 'usage',
    message: '{problem}',
    remedy: 'Run "offprint --help" for the options.',
  },
  'config-unreadable': {
    severity: 'error',
    cause: 'usage',
    message: 'The configuration {path} cannot be read ({reason}).',
    remedy: 'Mend it, or name another one with --config.',
  },
  'config-exists': {
    severity: 'error',
    cause: 'usage',
    message: 'The file {path} is there already.',
    remedy: 'Say --force to replace it.',
  },
  'config-invalid': {
    severity: 'error',
    cause: 'usage',
    message: 'The configuration {path} does not fit: {problems}.',
    remedy: 'Its keys are named as the options are: run "offprint --help".',
  },
  'css-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The style sheet {path} cannot be read ({reason}).',
    remedy: 'Check the path that --css names, and its permissions.',
  },
  'output-unwritable': {
    severity: 'error',
    cause: 'environment',
    message: 'The file {path} cannot be written ({reason}).',
    remedy: 'Check the folder, its permissions and the space on the disk.',
  },
  'output-taken': {
    severity: 'error',
    cause: 'usage',
    message: 'The file {path} is that of another book of this run, too.',
    remedy: 'Name an output, or a folder, for each of them.',
  },
  'strict-warnings': {
    severity: 'error',
    cause: 'strict',
    message: 'There {count|is # warning|are # warnings}, and --strict allows none.',
    remedy: 'Mend what they name, or build without --strict.',
  },
  interrupted: {
    severity: 'error',
    cause: 'interrupted',
    message: 'The run was interrupted.',
    remedy: 'Run it again; no file is half written.',
  },
  bug: {
    severity: 'error',
    cause: 'bug',
    message: 'Something went wrong that Offprint did not foresee ({reason}).',
    remedy: 'This is a bug: please report it with the post and what --debug shows.',
  },
} as const satisfies Record<string, ErrorRow>

export const runningSpoken = {
  'lock-unreadable': {
    severity: 'warning',
    message: 'The record of the last edition, {path}, cannot be read ({reason}); a new one was written.',
    remedy: 'What has changed is told again from the next edition on.',
  },
} as const satisfies Record<string, SpokenRow>
