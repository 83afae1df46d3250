import { Global, Module } from '@nestjs/common'
import { FileCheckService } from './file-check.service.js'
import { FileStore } from './file-store.js'
import { FilesController } from './files.controller.js'
import { FilesService } from './files.service.js'
import { FormUploadService } from './form-upload.service.js'
import { StoredFileRepository } from './stored-file.repository.js'
import { UploadService } from './upload.service.js'
import { VirusScanner } from './virus-scanner.js'

/** Needs somebody to provide `FileAudience`: the feature that files belong to. */
@Global()
@Module({
  controllers: [FilesController],
  providers: [VirusScanner, FileCheckService, FileStore, StoredFileRepository, FilesService, UploadService, FormUploadService],
  exports: [FormUploadService, FileStore, FilesService, StoredFileRepository],
})
export class FilesModule {}
