import { conflict, invalid, notFound, rejector, worded } from '@panshi/kernel';

export const privacyRejections = worded({
  'privacy.subject-erased': conflict(
    '该人（{subject}）的个人信息已按申请删除',
    'The personal data of this person ({subject}) was erased',
  ),
  'privacy.subject-unknown': notFound(
    '没有此人的个人信息（{subject}）',
    'No personal data of this person is held ({subject})',
  ),
  'privacy.erasure-held': conflict(
    '因“{ground}”暂缓删除 {subject} 的个人信息，至 {until}',
    'The erasure of {subject} is deferred on the ground of {ground}, until {until}',
  ),
  'privacy.picture-too-large': invalid(
    '图片过大，上限 {limit} 字节',
    'The picture is too large: at most {limit} bytes',
  ),
  'privacy.picture-type-refused': invalid('仅支持 JPEG、PNG、WebP 图片', 'Only JPEG, PNG and WebP pictures'),
});

export const reject = rejector(privacyRejections);
