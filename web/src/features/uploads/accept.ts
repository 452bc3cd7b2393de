/** What the file dialog offers first. Whatever comes in another way is judged by its content. */
export const accept =
  'image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime,video/webm,.m4v,.jfif';
