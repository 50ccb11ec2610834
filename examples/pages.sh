#!/bin/sh
# Makes pages.png, the picture in the README: pages of the example as a book, in the theme magazine and as a handout.
# Needs pdftoppm (poppler) and ImageMagick. Run after `npm run build`, from the root of the project.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

page() {
  pdftoppm -r 110 -f "$1" -l "$1" -singlefile -png "$folder/$2.pdf" "$folder/$3"
}

build='node dist/cli/main.js examples/sleep-and-light.json --quiet --output'
$build "$folder/book.pdf"
$build "$folder/magazine.pdf" --theme magazine
$build "$folder/handout.pdf" --edition handout
page 1 book 1
page 5 book 2
page 1 magazine 3
page 1 handout 4
montage "$folder/1.png" "$folder/2.png" "$folder/3.png" "$folder/4.png" \
  -tile 4x1 -geometry 'x460+8+8' -background '#d8d8d8' "$folder/all.png"
convert "$folder/all.png" -depth 8 +dither -colors 48 -strip png8:examples/pages.png
