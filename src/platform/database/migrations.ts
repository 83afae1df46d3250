import { CreateAccess1795305600000 } from './migrations/1795305600000-create-access.js'
import { CreateTrail1795305601000 } from './migrations/1795305601000-create-trail.js'
import { CreateNetwork1795305602000 } from './migrations/1795305602000-create-network.js'
import { CreateSpecification1795305603000 } from './migrations/1795305603000-create-specification.js'
import { CreateChecklist1795305604000 } from './migrations/1795305604000-create-checklist.js'
import { CreateEvidence1795305605000 } from './migrations/1795305605000-create-evidence.js'
import { CreateDecision1795305606000 } from './migrations/1795305606000-create-decision.js'
import { CreatePriority1795305607000 } from './migrations/1795305607000-create-priority.js'
import { CreateWorkload1795305608000 } from './migrations/1795305608000-create-workload.js'
import { CreateSession1795305609000 } from './migrations/1795305609000-create-session.js'
import { CreateRequest1795305610000 } from './migrations/1795305610000-create-request.js'
import { CreateCrowdOut1795305611000 } from './migrations/1795305611000-create-crowd-out.js'
import { CreateRelease1795305612000 } from './migrations/1795305612000-create-release.js'
import { CreatePublication1795305620000 } from './migrations/1795305620000-create-publication.js'
import { CreateSignIn1795305630000 } from './migrations/1795305630000-create-sign-in.js'

/** Every migration, oldest first: the same list on both databases. */
export const migrations = [
  CreateAccess1795305600000,
  CreateTrail1795305601000,
  CreateNetwork1795305602000,
  CreateSpecification1795305603000,
  CreateChecklist1795305604000,
  CreateEvidence1795305605000,
  CreateDecision1795305606000,
  CreatePriority1795305607000,
  CreateWorkload1795305608000,
  CreateSession1795305609000,
  CreateRequest1795305610000,
  CreateCrowdOut1795305611000,
  CreateRelease1795305612000,
  CreatePublication1795305620000,
  CreateSignIn1795305630000,
]
