// What is said of pictures and covers.

import type { ErrorRow, SpokenRow } from './rows.js'

export const picturesErrors = {
  'media-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The folder of media {path} cannot be read ({reason}).',
    remedy: 'Check the path that --media names, and its permissions.',
  },
  'cover-unreadable': {
    severity: 'error',
    cause: 'input',
    message: 'The cover {cover} cannot be read ({reason}).',
    remedy: 'Name a JPEG, PNG, WebP or another picture with --cover, or none for a cover that is made.',
  },
} as const satisfies Record<string, ErrorRow>

export const picturesSpoken = {
  'picture-left-out': {
    severity: 'warning',
    message: 'The picture {address} is not in the book ({reason}); {instead}.',
    remedy: 'Put its file into a folder and name that with --media.',
  },
  'picture-heavy': {
    severity: 'warning',
    message:
      'The picture {address} has {size} MB in the EPUB, however it is packed; some e-readers refuse more than {limit} MB.',
    remedy: 'Put a smaller one in its place, or a still picture in place of an animation.',
  },
  'document-heavy': {
    severity: 'warning',
    message: 'The pictures of {path} in the EPUB have {size} MB together; some e-readers refuse more than {limit} MB.',
    remedy: 'Divide the post by headings, or put smaller pictures into it.',
  },
  'cover-glyphs-missing': {
    severity: 'warning',
    message: 'No font that is installed has {characters}; the cover leaves out the words that need it.',
    remedy: '{remedy}.',
  },
  'cover-title-shortened': {
    severity: 'warning',
    message: 'The title is too long for the cover, which shows its beginning; the book has it whole.',
    remedy: 'Name a shorter one with --title, or a cover of your own with --cover.',
  },
  'cover-picture-small': {
    severity: 'note',
    message: 'The picture of the post has {width} × {height} pixels, too few for a cover; it is made without it.',
    remedy: 'Give the post a picture of 1600 pixels or more, or name a cover of your own with --cover.',
  },
  'image-alt-missing': {
    severity: 'warning',
    message:
      '{count|# picture has|# pictures have} no alternative text, so that who cannot see {count|it|them} is told nothing.',
    remedy: 'Write it in the media library of the site, or an empty one where the picture only adorns.',
  },
} as const satisfies Record<string, SpokenRow>
