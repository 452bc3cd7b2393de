/** What the file dialog offers first. Files that arrive in other ways are judged by their content. */
export const accept =
  'image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime,video/webm,.m4v,.jfif';
