// A misspelt feature name in Package.swift is ignored without a word, hence this check. All targets
// get their settings from one loop, so what holds here holds everywhere.

#if !hasFeature(ExistentialAny)
  #error("Package.swift does not enable ExistentialAny (SE-0335).")
#endif
#if !hasFeature(InternalImportsByDefault)
  #error("Package.swift does not enable InternalImportsByDefault (SE-0409).")
#endif
#if !hasFeature(MemberImportVisibility)
  #error("Package.swift does not enable MemberImportVisibility (SE-0444).")
#endif
#if !hasFeature(NonisolatedNonsendingByDefault)
  #error("Package.swift does not enable NonisolatedNonsendingByDefault (SE-0461).")
#endif
#if !hasFeature(InferIsolatedConformances)
  #error("Package.swift does not enable InferIsolatedConformances (SE-0470).")
#endif
#if !hasFeature(ImmutableWeakCaptures)
  #error("Package.swift does not enable ImmutableWeakCaptures (SE-0481).")
#endif
