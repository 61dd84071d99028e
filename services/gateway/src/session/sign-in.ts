import { IsString, Length } from 'class-validator';

/** What one signs in with. */
export class SignIn {
  @IsString()
  @Length(1, 64)
  username!: string;

  @IsString()
  @Length(1, 256)
  password!: string;
}
