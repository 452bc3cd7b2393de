import { t } from '@lingui/core/macro';

/** What a file really is, if Magpie doesn't keep that format. */
export function foreignFormat(key: string): string {
  const name = names[key];
  if (name !== undefined) return name;
  switch (key) {
    case 'mpeg':
    case 'mpegTransportStream':
      return t`MPEG video`;
    case 'tiff':
      return t`TIFF picture or camera raw file`;
    case 'cr3':
      return t`Canon raw picture`;
    case 'zipOrOffice':
      return t`ZIP archive or office document`;
    case 'archive':
      return t`archive`;
    case 'sound':
    case 'wav':
    case 'ogg':
      return t`sound file`;
    case 'playlist':
      return t`playlist`;
    case 'script':
      return t`script`;
    case 'html':
      return t`web page`;
    default:
      return t`another kind of file`;
  }
}

// untranslated: names
const names: Record<string, string> = {
  avi: 'AVI',
  avif: 'AVIF',
  bmp: 'BMP',
  flv: 'FLV',
  heic: 'HEIC',
  heif: 'HEIF',
  icon: 'ICO',
  jpeg2000: 'JPEG 2000', // untranslated: a name
  jpegXl: 'JPEG XL', // untranslated: a name
  matroska: 'MKV',
  matroskaOther: 'Matroska',
  mvg: 'MVG',
  pdf: 'PDF',
  photoshop: 'Photoshop',
  pnm: 'PNM',
  postScript: 'PostScript',
  sdp: 'SDP',
  svg: 'SVG',
  windowsMedia: 'Windows Media', // untranslated: a name
  xml: 'XML',
};
