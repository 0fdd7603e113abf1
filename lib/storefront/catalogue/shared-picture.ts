/**
 * The address of the picture that goes with a shared link. The programs that show it do not draw SVG: instead of such a
 * picture, and without one, they get the shop's own.
 */
export function sharedPicture(picture = ""): string {
  const isDrawn = picture !== "" && !/\.svg(?:\?|$)/i.test(picture);
  return isDrawn ? picture : "/preview.png";
}
