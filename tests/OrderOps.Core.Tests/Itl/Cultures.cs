using System;
using System.Globalization;

namespace OrderOps.Tests.Itl;

/// <summary>Sessions of other cultures: a dotless i, a decimal comma, Devanagari digits, a Buddhist calendar.</summary>
internal static class Cultures
{
    public static readonly string[] Names = { "", "tr-TR", "de-DE", "hi-IN", "th-TH" };

    /// <summary>Runs it once under each.</summary>
    public static void Each(Action action)
    {
        foreach (string name in Names)
        {
            In(name, () =>
            {
                action();
                return true;
            });
        }
    }

    public static T In<T>(string name, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
