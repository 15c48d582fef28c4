using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.External;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>An item of the pipeline as names and values: a hashtable, a CSV row, an object, one that came through a job.</summary>
internal sealed class ItemReader
{
    private readonly ItemProperties _properties = new();
    private readonly List<string> _names = new();
    private readonly List<object?> _values = new();
    private RecordShape _lastShape = new(Array.Empty<string>());

    public InputRecord Read(PSObject item)
    {
        switch (item.BaseObject)
        {
            case FileRow row:
                return Record(row, item);
            case ExternalRecord record:
                _names.Clear();
                _values.Clear();
                RecordText.Read(record, _names, _values);
                return Record(item);
            case string or ValueType:
                return new InputRecord(new RecordShape(Array.Empty<string>()), Array.Empty<object?>(), item) { Fault = NotAnOrder(InputText.From(item.BaseObject) ?? "") };
            case IDictionary dictionary:
                _names.Clear();
                _values.Clear();
                foreach (DictionaryEntry entry in dictionary)
                {
                    Add(InputText.From(Dictionaries.Unwrap(entry.Key)) ?? "", entry.Value);
                }

                return Record(item);
            default:
                _names.Clear();
                _values.Clear();
                foreach (PSMemberInfo member in _properties.Of(item))
                {
                    if (member is PSPropertyInfo { IsGettable: true } property)
                    {
                        Add(property.Name, ValueOf(property));
                    }
                }

                return Record(item);
        }
    }

    private static InputFault NotAnOrder(string text)
    {
        string shown = text.Length <= 80 ? text : text.Substring(0, 80);
        return new InputFault(
            $"'{shown}' is no order.",
            "Give a file with -Path, or pipe rows (Import-Csv), objects, hashtables or Get-Item's files. An order that arrives as the name of its type has lost its content on the way: raise the depth of what serialised it.");
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            // A property that can't be read is as good as one that is not there.
            return null;
        }
    }

    private static InputRecord Record(FileRow row, PSObject item) =>
        new(row.Shape, row.Cells, item) { Fault = row.Fault };

    private void Add(string name, object? value)
    {
        _names.Add(name);
        _values.Add(value is null or string ? value : Value(value));
    }

    private InputRecord Record(PSObject item)
    {
        if (!_lastShape.Has(_names))
        {
            _lastShape = new RecordShape(_names);
        }

        return new InputRecord(_lastShape, _values.ToArray(), item);
    }

    private static object? Value(object? given)
    {
        object? value = given is PSObject wrapped ? wrapped.BaseObject : given;
        return value switch
        {
            null or string => value,
            PSCustomObject => new ItemReader().Read((PSObject)given!),
            IDictionary => new ItemReader().Read(PSObject.AsPSObject(value)),
            _ when value.GetType().Assembly == typeof(InputRecord).Assembly => new ItemReader().Read(PSObject.AsPSObject(value)),
            ExternalRecord => new ItemReader().Read(PSObject.AsPSObject(value)),
            IEnumerable list => list.Cast<object?>().Select(Value).ToArray(),
            DateTime or DateTimeOffset or bool or char or decimal => value,
            _ when value.GetType().IsPrimitive => value,
            _ when given is PSObject deserialized && deserialized.TypeNames.Any(name => name.StartsWith("Deserialized.", StringComparison.Ordinal)) => new ItemReader().Read(deserialized),
            _ => value.ToString(),
        };
    }
}
