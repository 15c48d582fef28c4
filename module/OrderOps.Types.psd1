# The psm1 imports this after it has made sure that no other copy is loaded: were the types listed in OrderOps.psd1, a
# second copy would fail on each "member is already present" before it could say what is wrong.
@{
    ModuleVersion = '1.0'
    GUID = '3fb6e02e-40b4-4717-b4e9-57d2c1cfa391'
    TypesToProcess = @('OrderOps.Types.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
}
