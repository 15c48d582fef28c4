using System;
using System.Management.Automation;
using OrderOps.External;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Finds products by number, code, name or any text.</summary>
[Cmdlet(VerbsCommon.Find, "ExternalProduct", DefaultParameterSetName = TextSet, SupportsPaging = true)]
[OutputType(typeof(Product))]
public sealed class FindExternalProductCommand : ExternalListCmdlet
{
    private const string TextSet = "Text";
    private const string IdSet = "Id";
    private const string CodeSet = "Code";
    private const string NameSet = "Name";

    private static readonly string[] IdNames = ["Product", "product", "ProductId", "product_id", "Id"];

    /// <summary>What is searched for.</summary>
    [Parameter(ParameterSetName = TextSet, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Text { get; set; } = [];

    /// <summary>Numbers of products, or objects that have one, such as items of an order.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Product", "ProductId", "product_id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? Id { get; set; } = [];

    /// <summary>Codes of products, each matched as a whole.</summary>
    [Parameter(ParameterSetName = CodeSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] Code { get; set; } = [];

    /// <summary>Names of products, or a part of them.</summary>
    [Parameter(ParameterSetName = NameSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case IdSet:
                WriteByIds();
                break;
            case CodeSet:
                // The service may search in other members, too, and finds parts of them.
                WriteFound(ExternalQuery.Code, Code, static (product, code) => product.Code is null || string.Equals(product.Code, code, StringComparison.OrdinalIgnoreCase));
                break;
            case NameSet:
                WriteFound(ExternalQuery.Name, Name, static (product, name) => product.Name is null || product.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);
                break;
            default:
                WriteFound(ExternalQuery.Search, Text, static (_, _) => true);
                break;
        }
    }

    private void WriteByIds()
    {
        foreach (PSObject? item in Id ?? [null])
        {
            if (NamedValue.Of(item, IdNames) is { } id)
            {
                WriteOne(stop => Reader.ProductAsync(id, stop), id);
            }
            else
            {
                WriteNoId(item, "Product, ProductId or Id");
            }
        }
    }

    private void WriteFound(string query, string[] texts, Func<Product, string, bool> isMeant)
    {
        foreach (string text in texts)
        {
            WriteList(() => Reader.Products(query, text, Options), text, product => isMeant(product, text));
        }
    }
}
