import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class LocationDto {
  @IsLongitude()
  lon!: number;

  @IsLatitude()
  lat!: number;
}

export class ReportIncidentDto {
  @IsOptional()
  @IsUUID('7')
  incidentId?: string;

  @Matches(/^[12]\d{4}$/)
  categoryCode!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  text!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocationDto)
  location!: LocationDto;

  @IsIn(['patrol', 'resident', 'cloud-community', 'hotline', 'department', 'open311'])
  channel!: string;

  @IsOptional()
  @IsBoolean()
  urgent?: boolean;
}
